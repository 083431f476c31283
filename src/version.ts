/** The tool's version, as in package.json (a test keeps them equal). Goes into every record that must be re-checkable. */
export const version = '0.1.0';
export const tool = `survey ${version}`;
