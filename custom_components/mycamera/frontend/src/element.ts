/**
 * Like Lit's decorator of this name, but lets a name that is taken be: after an update of the integration the page may
 * still hold the older bundle, whose elements go on until the page is loaded again.
 */
export const customElement =
  (name: string) =>
  (element: CustomElementConstructor): void => {
    if (!customElements.get(name)) customElements.define(name, element);
  };
