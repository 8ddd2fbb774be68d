import { CallerError, InternalError } from "../domain/errors.ts";

export class TurnContendedError extends InternalError {
  readonly code = "dialogs_turn_contended";
  constructor() {
    super("Other turns of this conversation kept coming first; please send it again");
  }
}

/** A turn that was under way while everything was erased. */
export class HolderErasedError extends CallerError {
  readonly code = "dialogs_holder_erased";
  constructor() {
    super("There is nothing here any more: everything was erased");
  }
}
