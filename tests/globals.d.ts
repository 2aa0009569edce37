// What tests and benchmarks put into the pages that they open.
interface Window {
  reportPolicyViolation(text: string): void;
  drawn: string[];
  started: number;
  latencies: number[];
  opening: { canvas?: number; prediction?: number; box?: DOMRect };
  ask(name: string, request: object): Promise<any>;
  longRun: {
    prepare(options: object, files: object): Promise<unknown>;
    trainUntil(epochs: number, milliseconds: number): Promise<number>;
    memory(): Promise<number>;
  };
}

// Of page/engine/worker-protocol.test.js.
declare const client: import('../web/engine/worker-protocol.js').WorkerClient<any, any>;
declare function outcome(call: Promise<unknown>): Promise<any>;

// Only the benchmark installs these.
declare module '@tensorflow/*';
declare module 'convnetjs';
