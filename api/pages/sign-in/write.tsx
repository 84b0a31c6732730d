import type { JSX } from 'hono/jsx/jsx-runtime';
import { InsecurePage, LinkOverPage, LinkPage, SignInPage, SignOutPage } from './views.tsx';

type PropsOf<F> = F extends (props: infer P) => unknown ? P : never;
const text = async (page: JSX.Element): Promise<string> => `<!doctype html>${String(await page)}`;

/** Each page as text. */
export const signIn = (props: PropsOf<typeof SignInPage>) => text(<SignInPage {...props} />);
export const link = (props: PropsOf<typeof LinkPage>) => text(<LinkPage {...props} />);
export const over = (props: PropsOf<typeof LinkOverPage>) => text(<LinkOverPage {...props} />);
export const insecure = (props: PropsOf<typeof InsecurePage>) => text(<InsecurePage {...props} />);
export const signOut = (props: PropsOf<typeof SignOutPage>) => text(<SignOutPage {...props} />);
