import { CUSTOMER_ROLES } from '../model/words';
import { ContainerWalk } from './ContainerWalk';
import { Passages } from './Passages';
import { Walk } from './Walk';

// Room for refs that are added later.
const SLACK = 1.1;

/**
 * Arrays that questions write in, made once and used by one question at a time: questions never wait in between. A
 * graph hands them on to the next one.
 */
export class Scratch {
  #size = 0;
  #walks: readonly [Walk, Walk] = [new Walk(0), new Walk(0)];
  #containerWalk = new ContainerWalk(0);
  #passages = new Passages(0);

  /** Two walks for graphs of so many nodes. */
  walks(size: number): readonly [Walk, Walk] {
    this.#fit(size);
    return this.#walks;
  }

  /** A walk up the containers for graphs of so many nodes. */
  containerWalk(size: number): ContainerWalk {
    this.#fit(size);
    return this.#containerWalk;
  }

  /** Places for each node and role of graphs of so many nodes. */
  passages(size: number): Passages {
    this.#fit(size);
    return this.#passages;
  }

  #fit(size: number): void {
    if (size > this.#size) {
      this.#size = Math.ceil(size * SLACK);
      this.#walks = [new Walk(this.#size), new Walk(this.#size)];
      this.#containerWalk = new ContainerWalk(this.#size);
      this.#passages = new Passages(this.#size * CUSTOMER_ROLES.length);
    }
  }
}
