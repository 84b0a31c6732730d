import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type MetricSources = {
  lags(): Promise<readonly { readonly name: string; readonly lag: number }[]>;
  effects(): Promise<Readonly<Record<string, number>>>;
  head(): Promise<number>;
};

/** Prometheus metrics of this process and of the store it works on. */
export function createMetrics(sources: MetricSources) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labels = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests answered',
    labelNames: labels,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: labels,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
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
  return {
    text: () => registry.metrics(),
    observe(route: string, method: string, status: number, seconds: number): void {
      requests.inc({ method, route, status });
      durations.observe({ method, route, status }, seconds);
    },
  };
}
