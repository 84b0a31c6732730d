import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN, clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { expectReadable, inBrowser, person } from '#test/support/browser';

inBrowser('signing in, in a browser', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00.000Z');
    await must(api.post('platform/facts/', clientFacts(1, 11)));
  }, 120_000);
  afterAll(() => api.stop());

  it.each([
    { width: 1440, scheme: 'light', script: true },
    { width: 360, scheme: 'dark', script: true },
    { width: 360, scheme: 'light', script: false },
  ] as const)(
    'by a token, and out again: $width px, $scheme, script $script',
    async (looks) => {
      const someone = await person(api.url, { ...looks, token: null });
      const { tab } = someone;
      // Whatever looks for faults is a script itself.
      const readable = async (): Promise<void> => (looks.script ? expectReadable(someone) : undefined);
      await someone.go('/app/sign-out/');
      expect(new URL(tab.url()).pathname).toBe('/app/sign-in/');
      await readable();
      await tab.getByLabel('Access token').fill('wrong');
      await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
      expect(await tab.getByText('This token is not accepted.').count()).toBe(1);
      await readable();
      await tab.getByLabel('Access token').fill(ADMIN);
      await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
      // Led on to where they wanted to go, by the cookie that the browser keeps.
      expect(new URL(tab.url()).pathname).toBe('/app/sign-out/');
      const cookies = (await someone.context.cookies()).filter(({ name }) => name === '__Host-session');
      expect(cookies).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);
      await readable();
      await tab.getByRole('button', { name: 'Sign out', exact: true }).click();
      expect(new URL(tab.url()).pathname).toBe('/app/sign-in/');
      expect((await someone.context.cookies()).filter(({ name }) => name === '__Host-session')).toEqual([]);
      await someone.close();
    },
    60_000,
  );

  it('by a link from a mail', async () => {
    const someone = await person(api.url, { token: null });
    const { tab } = someone;
    await someone.go('/app/sign-in/');
    await tab.getByLabel('E-mail address').fill('client1@example.com');
    await tab.getByRole('button', { name: 'Send me a link' }).click();
    expect(await tab.getByRole('status').innerText()).toContain('If we know this address');
    await expectReadable(someone);
    await api.post('sandbox/clock/advance/', { by: '1s' });
    const [mail] = (await must(api.get('sandbox/mail/'))).results;
    await someone.go(/\/app\/sign-in\/[\w-]+\//.exec(mail.text)?.[0] ?? '');
    await expectReadable(someone);
    await tab.getByRole('button', { name: 'Sign in now' }).click();
    await someone.go('/app/sign-out/');
    expect(new URL(tab.url()).pathname).toBe('/app/sign-out/');
    await someone.close();
  }, 60_000);
});
