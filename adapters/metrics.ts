import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export type MetricSources = {
  lags(): Promise<readonly { readonly name: string; readonly lag: number }[]>;
  effects(): Promise<Readonly<Record<string, number>>>;
  head(): Promise<number>;
};

/** Prometheus metrics of this process and of the store it works on. */
export function createMetrics(sources: MetricSources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'projection_lag_events',
    help: 'Events not yet projected',
    labelNames: ['projection'],
    registers: [registry],
    async collect() {
      for (const { name, lag } of await sources.lags()) this.set({ projection: name }, lag);
    },
  });
  new Gauge({
    name: 'effects',
    help: 'Effects that have not ended well, by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      for (const [status, count] of Object.entries(await sources.effects())) this.set({ status }, count);
    },
  });
  new Gauge({
    name: 'event_store_position',
    help: 'Position of the last event',
    registers: [registry],
    async collect() {
      this.set(await sources.head());
    },
  });
  return registry;
}
