import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { ChartAsked } from '../charts.ts';
import type { LiveParts, Visit } from '../page.ts';
import { Live } from './live.tsx';

export type Figure = {
  /** Unique on its page. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What it is made of. */
  readonly explain?: string;
  readonly note?: string;
  readonly trend?: 'up' | 'down';
};

/** Few figures, large, side by side; each changes by itself where `live` is given. */
export const Tiles: FC<{ readonly figures: readonly Figure[]; readonly live?: LiveParts }> = ({ figures, live }) => (
  <dl class="tiles">
    {figures.map((figure) =>
      live === undefined ? (
        <div class="tile">
          <Inside {...figure} />
        </div>
      ) : (
        <Live of={live} id={`figure-${figure.id}`} class="tile">
          <Inside {...figure} />
        </Live>
      ),
    )}
  </dl>
);

const Inside: FC<Figure> = ({ label, value, explain, note, trend }) => (
  <>
    <dt>{label}</dt>
    <dd class="value">{explain === undefined ? value : <a href={explain}>{value}</a>}</dd>
    {note !== undefined && <dd class={`note ${trend ?? ''}`.trim()}>{note}</dd>}
  </>
);

/** A chart of the reports, in the colours of the page. */
export const Chart: FC<{ readonly visit: Pick<Visit, 'chart'>; readonly asked: ChartAsked }> = ({ visit, asked }) => (
  <figure class="chart">
    <div class="wide">{raw(visit.chart(asked))}</div>
    <div class="narrow">{raw(visit.chart({ ...asked, id: `${asked.id}-narrow`, width: NARROW }))}</div>
  </figure>
);
/** Drawn anew for phones, whose readers would need a glass for the other one (pixels). */
const NARROW = 310;
