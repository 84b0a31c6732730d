import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { chartDrawing } from '#adapters/reports/charts/draw';
import { widthOf } from '#adapters/reports/charts/measure';
import { scaleOf } from '#adapters/reports/charts/scale';
import { themeOf } from '#adapters/reports/theme';
import { chartShown, isDrawable } from '#adapters/reports/tree/charts-shown';
import { wordsOf } from '#adapters/reports/tree/words';
import { plusDays } from '#domain/kernel/time';
import type { Chart, Unit } from '#domain/reports/report-data';
import { sampleDocument } from '../sample-document.ts';
import { START } from '../sample-parts.ts';

const words = wordsOf('en');
const theme = themeOf({ primary: '#1d4ed8', secondary: '#0f766e' }, 'light');
const drawn = (chart: Chart, width = 500) =>
  chartDrawing({ part: chartShown(chart, 'c-1', words), theme, formats: words.formats, width });

type Element = { name: string; attributes: Record<string, string>; text: string };
function elementsOf(svg: string): Element[] {
  const all: Element[] = [];
  const walk = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): void => {
    for (const node of nodes)
      if ('tagName' in node) {
        const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
        all.push({
          name: node.tagName,
          attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
          text,
        });
        walk(node.childNodes);
      }
  };
  walk(parseFragment(svg).childNodes);
  return all;
}
/** Where a text stands, as far as widths are known. */
function boxOf({ attributes, text }: Element) {
  const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(attributes[name])) as [number, number, number];
  const wide = widthOf(text, size);
  const left =
    attributes['text-anchor'] === 'end' ? x - wide : attributes['text-anchor'] === 'middle' ? x - wide / 2 : x;
  return { left, right: left + wide, top: y - size * 0.75, bottom: y, text };
}
function checked(chart: Chart, width = 500): void {
  const { svg, height } = drawn(chart, width);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  const all = elementsOf(svg);
  const names = ['svg', 'title', 'desc', 'defs', 'linearGradient', 'stop', 'rect', 'path', 'line', 'circle', 'text'];
  for (const { name, attributes } of all) {
    expect(names).toContain(name);
    expect(Object.keys(attributes)).not.toContain('style');
    for (const [key, most] of [
      ['x', width],
      ['x1', width],
      ['x2', width],
      ['cx', width],
      ['y', height],
      ['y1', height],
      ['y2', height],
      ['cy', height],
    ] as const)
      if (name !== 'linearGradient' && attributes[key] !== undefined) {
        expect(Number(attributes[key])).toBeGreaterThanOrEqual(-0.01);
        expect(Number(attributes[key])).toBeLessThanOrEqual(most + 0.01);
      }
    if (name === 'path' && !/A/.test(attributes['d'] ?? ''))
      for (const [, x, y] of (attributes['d'] ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(-0.01);
        expect(Number(x)).toBeLessThanOrEqual(width + 0.01);
        expect(Number(y)).toBeGreaterThanOrEqual(-0.01);
        expect(Number(y)).toBeLessThanOrEqual(height + 0.01);
      }
  }
  const boxes = all.filter(({ name }) => name === 'text').map(boxOf);
  for (const box of boxes) {
    expect(box.left, box.text).toBeGreaterThanOrEqual(-1);
    expect(box.right, box.text).toBeLessThanOrEqual(width + 1);
  }
  for (const [n, a] of boxes.entries())
    for (const b of boxes.slice(n + 1)) {
      const over = a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
      expect(over, `“${a.text}” over “${b.text}”`).toBe(false);
    }
}

const sampleCharts = Object.values(sampleDocument.data.sections).flatMap((section) => section?.charts ?? []);
const line = (values: readonly (number | null)[], unit: Unit, more: Partial<Chart> = {}): Chart => ({
  key: 'clicks_by_day',
  kind: 'line',
  unit,
  better: unit === 'position' ? 'down' : 'up',
  x: values.map((_, n) => plusDays(START, n)),
  x_kind: 'day',
  series: [{ key: 'this_period', style: 'solid', values }],
  markers: [],
  ...more,
});

describe('charts', () => {
  it('stand within their edges, without labels upon each other, wide and narrow', () => {
    expect(sampleCharts.length).toBeGreaterThan(8);
    for (const chart of sampleCharts) for (const width of [503, 330, 700]) checked(chart, width);
  });

  it('do so whatever the numbers are', () => {
    const value = fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2_000_000 })), {
      nil: null,
      freq: 5,
    });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 100 }),
        fc.constantFrom('count', 'usd', 'percent'),
        (values, unit) => {
          const markers = values.slice(0, 9).map((_, n) => ({ number: n + 1, at: plusDays(START, n) }));
          const chart = line(values, unit as Unit, { markers });
          if (isDrawable(chart)) checked(chart);
          const bars = line(values, unit as Unit, { kind: 'bar' });
          if (isDrawable(bars)) checked(bars);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('do so whatever is compared is called', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.constant('Rechtsschutzversicherungsgesellschaftenvergleichsportal'),
    );
    const rows = fc.array(fc.tuple(name, fc.integer({ min: 1, max: 90_000 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.constantFrom('bar', 'stacked', 'donut'), (all, kind) => {
        const chart = line(
          all.map(([, value]) => value),
          'count',
          { kind: kind as Chart['kind'], x_kind: 'name', x: all.map(([text]) => text) },
        );
        checked(chart, 503);
      }),
      { numRuns: 60 },
    );
  });

  it('turn the axis of positions over: the best stands on top', () => {
    const scale = scaleOf([3, 12, 28], 'position', 200, 10);
    expect(scale.at(3)).toBeLessThan(scale.at(28));
    expect(scale.ticks[0]).toBe(1);
    checked(line([28.4, 20.1, 12, 3.2], 'position'));
  });

  it('begin at zero, and name round numbers', () => {
    expect(scaleOf([310, 432], 'count', 100, 0).ticks).toEqual([0, 200, 400, 600]);
    expect(scaleOf([0, 0], 'count', 100, 0).ticks).toEqual([0, 1]);
    expect(scaleOf([2], 'count', 100, 0).ticks).toEqual([0, 1, 2]);
  });

  it('break a line where nothing is known, and dash the period before', () => {
    const { svg } = drawn(line([1, 2, null, 4, 5, null, 7], 'count'));
    const strokes = elementsOf(svg).filter(({ name, attributes }) => name === 'path' && attributes['fill'] === 'none');
    expect(strokes).toHaveLength(2);
    const traffic = sampleCharts.find(({ key }) => key === 'clicks_by_day');
    if (!traffic) throw new Error('the sample has traffic');
    const dashed = elementsOf(drawn(traffic).svg).filter(
      ({ name, attributes }) => name === 'path' && attributes['stroke-dasharray'],
    );
    expect(dashed).toHaveLength(1);
  });

  it('say what they show to who does not see them', () => {
    const donut = sampleCharts.find(({ key }) => key === 'clicks_by_device');
    if (!donut) throw new Error('the sample has devices');
    const { alt } = chartShown(donut, 'c', words);
    expect(alt).toBe('Clicks by device. Mobile: 5,620 (56.9%). Desktop: 3,940 (39.9%). Tablet: 313 (3.2%).');
    expect(drawn(donut).svg).toContain(`<desc>${alt}</desc>`);
    const traffic = sampleCharts.find(({ key }) => key === 'clicks_by_day');
    if (traffic)
      expect(chartShown(traffic, 'c', words).alt).toMatch(
        /Marked: Note 1, 9 Oct, Note 2, 10 Oct, and Note 3, 22 Oct\.$/,
      );
  });

  it('number what happened, side by side where it happened close together', () => {
    const traffic = sampleCharts.find(({ key }) => key === 'clicks_by_day');
    if (!traffic) throw new Error('the sample has traffic');
    const near = [1, 2, 3].map((number) => ({ number, at: plusDays(START, 9) }));
    const circles = elementsOf(drawn({ ...traffic, markers: near }).svg).filter(
      ({ name, attributes }) => name === 'circle' && attributes['r'] === '6.5',
    );
    expect(new Set(circles.map(({ attributes }) => attributes['cy'])).size).toBe(3);
  });

  it('escape what people called things', () => {
    const { svg } = drawn(line([3, 2], 'count', { kind: 'bar', x_kind: 'name', x: ['<b>&"', '</svg><script>'] }));
    expect(svg).not.toMatch(/<b>|<script/);
    expect(
      elementsOf(svg)
        .filter(({ name }) => name === 'text')
        .map(({ text }) => text),
    ).toContain('<b>&"');
  });
});
