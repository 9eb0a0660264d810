/** The screens are built once, before the first window opens. */
export default async function setup(): Promise<void> {
  await import('../../../tools/build-web.ts');
}
