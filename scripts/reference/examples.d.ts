/** What the tests see of examples.js. */
export interface Topic {
  readonly id: string;
  readonly under?: string;
  readonly keys: readonly string[];
  readonly examples: readonly string[];
}

export interface Example {
  readonly name: string;
  readonly notes: {
    readonly en?: string;
    readonly vi?: string;
    readonly show: string;
    readonly answer?: string;
    readonly warns: string;
    readonly quiet: string;
  };
  readonly plan: string;
}

export const examplesFolder: string;
export function loadTopics(): readonly Topic[];
export function loadExample(name: string): Example;
export function runExample(example: Example): Promise<{
  readonly ok: boolean;
  readonly findings: readonly { readonly code: string }[];
  readonly answer: string | null;
}>;
