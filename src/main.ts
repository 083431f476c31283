/** The process: Node's own world handed to `run` as an `Io`, its answer as the exit code. */
import { run } from './cli.ts';
import { nodeIo } from './io.ts';

// Clerks read Vietnamese; a developer sets SURVEY_LANG=en once, or passes --lang en.
const lang = process.env.SURVEY_LANG === 'en' ? 'en' : 'vi';
process.exitCode = await run(process.argv.slice(2), nodeIo(lang));
