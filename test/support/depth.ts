/** Whether everything is tried as often as can be: `npm run test:deep`. */
const DEEP = process.env['TEST_DEEP'] === '1';

/** How often something is tried: usually, and where the deep run asks for it. */
export const tries = (usually: number, deep: number): number => (DEEP ? deep : usually);
