/** So many playlists are remembered: a camera's clock and the server's drift apart. */
const MOST = 30;

/**
 * When the pictures of a live stream were taken, whatever its playlists say.
 *
 * They are dated from when the stream was opened, but begin with what had piled up while it was: the dates are seconds
 * wrong, by as much until the stream is opened anew. The end of a playlist, though, is of now when it comes, or older
 * where it was a while on the way; so the one that came soonest after its date tells how wrong the dates are.
 */
export class EdgeClock {
  #part = 0;
  #behind: number[] = [];

  /** A playlist came: the date of its end, and now; milliseconds. `part` counts how often the stream was opened. */
  heard(part: number, edge: number, now: number): void {
    if (part !== this.#part) this.#behind = [];
    this.#part = part;
    this.#behind.push(now - edge);
    if (this.#behind.length > MOST) this.#behind.shift();
  }

  /** When what is dated so was taken, by the clock by which playlists came; null where that is not known. */
  moment(part: number, dated: number): number | null {
    return part === this.#part && this.#behind.length > 0 ? dated + Math.min(...this.#behind) : null;
  }
}
