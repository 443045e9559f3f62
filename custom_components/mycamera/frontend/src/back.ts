/**
 * Has the back button of the browser, or the gesture of a phone, close what lies over the page instead of leaving it.
 *
 * What is opened gets an entry of its own in the history, at the same address; going back from it closes.
 */
export class BackCloses {
  #entered = false;

  /** `close` is called when the user has gone back; what stays open all the same, to ask something, calls `opened`. */
  constructor(
    private readonly close: () => void,
    private readonly view: Pick<Window, "addEventListener" | "removeEventListener" | "history" | "location"> = window,
  ) {}

  /** Something lies over the page now; may be called again while it does. */
  opened(): void {
    if (this.#entered) return;
    this.#entered = true;
    this.view.history.pushState({ mycamera: true }, "");
    this.view.addEventListener("popstate", this.#left);
  }

  /** It was closed otherwise: take its entry back, unless another page was gone to meanwhile. */
  closed(): void {
    if (!this.#entered) return;
    this.#forget();
    const { history, location } = this.view;
    if (!history.state?.mycamera) return;
    // What closed it may have led to another view: its address was given to the entry that is gone back from.
    const { href } = location;
    this.view.addEventListener("popstate", () => history.replaceState(history.state, "", href), { once: true });
    history.back();
  }

  /** The panel itself is going away. */
  disconnected(): void {
    this.#forget();
  }

  #forget(): void {
    this.#entered = false;
    this.view.removeEventListener("popstate", this.#left);
  }

  #left = (): void => {
    this.#forget();
    this.close();
  };
}
