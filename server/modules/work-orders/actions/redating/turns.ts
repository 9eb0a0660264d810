/** Work on one connection, one piece after the other, while something else is computed. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #over = false;

  /** After all that was given before; not at all once one has failed. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      if (this.#over) throw new Error('the transaction is over');
      return work();
    });
    // whoever waits for it hears of it, and so do all turns after it
    turn.catch(() => undefined);
    this.#last = turn;
    return turn;
  }

  /** Waits for the piece that is being done; the others are dropped. Never fails. */
  async end(): Promise<void> {
    this.#over = true;
    await this.#last.catch(() => undefined);
  }
}
