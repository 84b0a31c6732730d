import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { contrast } from '#domain/reports/colors';
import { colorsOf } from '../brand.ts';
import type { Visit } from '../page.ts';
import { Field, idOf } from '../parts/field.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { accentOf } from '../style/brand.ts';
import { GROUNDS } from '../style/tokens.ts';

type Branding = Schemas['Branding'];
export const COLORS = ['/primary_color', '/secondary_color'] as const;
const MODES = ['light', 'dark'] as const;
/** What text is written with, by day and by night. */
const INKS = { light: '#12161f', dark: '#e8ebf1' } as const;

/** The colours that the address asks to see, else those that the brand has. */
export const colorsAsked = ({ search }: Visit, brand: Branding): Readonly<Record<string, string>> => ({
  '/primary_color': search.get('/primary_color')?.trim() ?? brand.primary_color,
  '/secondary_color': search.get('/secondary_color')?.trim() ?? brand.secondary_color,
});

/**
 * What pages and mails of a brand look like in colours that are not saved yet: the accent is moved as the style sheet of its pages
 * would move it, so that it can be read. Where there is script it follows while a colour is typed, and the form takes it over.
 */
export const Preview: FC<{ readonly visit: Visit; readonly brand: Branding }> = ({ visit, brand }) => {
  const { say, address } = visit;
  const at = address.split('?')[0] ?? '';
  const asked = colorsAsked(visit, brand);
  const [primary = '', secondary = ''] = COLORS.map((name) => asked[name] ?? '');
  const colors = colorsOf({ primary, secondary });
  const wrong = COLORS.filter((name) => colorsOf({ primary: asked[name] ?? '', secondary: '#000000' }) === null);
  const form = {
    ...visit.form('look'),
    typed: null,
    notice: null,
    errors: new Map(wrong.map((name): [string, string] => [name, say('brand.preview.wrong')])),
  };
  const field = (name: string): FieldSpec => ({ name, label: '', kind: 'text', required: true, nullable: false });
  const { brand_name: name, contact_email: email, footer_text: foot } = brand;
  return (
    <section class="card" id="preview">
      <h2>{say('brand.preview')}</h2>
      <form
        class="form"
        method="get"
        action={at}
        novalidate
        hx-get={at}
        hx-target="#preview"
        hx-select="#preview"
        hx-select-oob={COLORS.map((each) => `#${idOf(visit.form('brand'), each)}`).join(',')}
        hx-swap="outerHTML"
        hx-push-url="true"
        hx-trigger="change, submit"
      >
        <Field form={form} field={field(COLORS[0])} say={say} label={say('brand.primary_color')} value={[primary]} />
        <Field
          form={form}
          field={field(COLORS[1])}
          say={say}
          label={say('brand.secondary_color')}
          value={[secondary]}
        />
        <div class="form-end">
          <button type="submit">{say('brand.preview.show')}</button>
        </div>
      </form>
      {colors !== null && (
        <div class="columns">
          {MODES.map((mode) => (
            <Drawn visit={visit} mode={mode} colors={colors} name={name} />
          ))}
        </div>
      )}
      <p>
        {email === null ? say('brand.preview.mail', { name }) : say('brand.preview.mail_replies', { name, email })}
        {foot !== null && (
          <span class="sub">
            <bdi>{foot}</bdi>
          </span>
        )}
      </p>
    </section>
  );
};

type DrawnProps = {
  readonly visit: Visit;
  readonly mode: (typeof MODES)[number];
  readonly colors: { readonly primary: string; readonly secondary: string };
  readonly name: string;
};
/** A page in small: its head with the brand's name, a link, a button, and what is chosen in its tint. */
const Drawn: FC<DrawnProps> = ({ visit: { say, formats }, mode, colors, name }) => {
  const { accent, ink, tint } = accentOf(colors.primary, mode);
  const { page, ground } = GROUNDS[mode];
  const ratio = formats.number(contrast(accent, page), 'position');
  const title = say(mode === 'light' ? 'brand.preview.light' : 'brand.preview.dark');
  return (
    <figure class="stack">
      <svg viewBox="0 0 320 170" width="100%" role="img" aria-label={title}>
        <rect width="320" height="170" fill={ground} />
        <rect width="320" height="34" fill={page} />
        <rect y="33" width="320" height="2" fill={colors.secondary} />
        <text x="14" y="22" font-size="13" font-weight="600" fill={INKS[mode]}>
          {name.slice(0, 40)}
        </text>
        <rect x="14" y="48" width="292" height="108" rx="8" fill={page} />
        <rect x="26" y="60" width="268" height="24" rx="5" fill={tint} />
        <text x="34" y="76" font-size="12" fill={accent}>
          {say('reports.title')}
        </text>
        <text x="26" y="104" font-size="12" fill={accent} text-decoration="underline">
          {say('orders.title')}
        </text>
        <rect x="26" y="116" width="110" height="28" rx="6" fill={accent} />
        <text x="81" y="134" font-size="12" text-anchor="middle" fill={ink}>
          {say('common.save')}
        </text>
      </svg>
      <figcaption class="quiet small">{`${title} · ${say('brand.preview.contrast', { ratio })}`}</figcaption>
    </figure>
  );
};
