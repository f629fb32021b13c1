/** By which the page's content policy knows the styles that are made as it runs. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Parts of Ant Design make style elements (to measure scroll bars) without the nonce that they are given. Whatever our own scripts make carries
 * it; markup that somebody smuggles in does not pass through here.
 */
const create = document.createElement.bind(document);
document.createElement = (name: string, options?: ElementCreationOptions) => {
  const element = create(name, options);
  if (name === 'style') element.nonce = nonce;
  return element;
};
