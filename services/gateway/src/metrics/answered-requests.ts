import { Counter, Histogram, type Registry } from 'prom-client';

/** Seconds, as bounds of what was answered within. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * What the edge answers and how long it takes. This stands on the way of every command: requests are counted with an addition,
 * and what has labels is put together when somebody reads.
 */
export class AnsweredRequests {
  private readonly counts = new Map<string, number>();
  private readonly commands: Histogram;
  private readonly queries: Histogram;

  constructor(register: Registry) {
    const { counts } = this;
    new Counter({
      name: 'ledgerline_http_requests_total',
      help: 'Requests that the edge answered, by method and status',
      labelNames: ['method', 'status'],
      registers: [register],
      collect() {
        this.reset();
        for (const [answered, times] of counts) {
          const [method = '', status = ''] = answered.split(' ');
          this.inc({ method, status }, times);
        }
      },
    });
    const registers = [register];
    this.commands = new Histogram({
      name: 'ledgerline_command_seconds',
      help: 'From the head of a request that may change something to the end of its answer',
      buckets,
      registers,
    });
    this.queries = new Histogram({
      name: 'ledgerline_query_seconds',
      help: 'From the head of a request that only asks to the end of its answer; streams that go on are not among them',
      buckets,
      registers,
    });
  }

  /** @param milliseconds from the head of the request to the end of the answer */
  answered(method: string, status: number, milliseconds: number): void {
    const key = `${method} ${status}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    (method === 'GET' || method === 'HEAD' ? this.queries : this.commands).observe(milliseconds / 1_000);
  }
}
