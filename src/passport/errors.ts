import { CallerError, DependencyError, OperatorError } from "../domain/errors.ts";

/** The database did not do its work: locked, full, gone, restarting. Nothing of what was asked has been half-written. */
export class StoreUnavailableError extends DependencyError {
  readonly code = "passport_store_unavailable";
}

/** A stored row does not open or does not hold what it should: damaged, or moved from another place. */
export class StoredRowUnreadableError extends DependencyError {
  readonly code = "passport_row_unreadable";
  readonly kind: string;
  constructor(kind: string, options?: ErrorOptions) {
    super(`A stored row of kind "${kind}" cannot be read: it is damaged or was moved. Restore it from a backup`, options);
    this.kind = kind;
  }
}

/** A stored row was written by a later release. */
export class StoredRowNewerError extends OperatorError {
  readonly code = "passport_row_newer";
  readonly kind: string;
  constructor(kind: string) {
    super(`A stored row of kind "${kind}" was written by a newer release: run that release`);
    this.kind = kind;
  }
}

/** MASTER_KEY, or the file that takes its place, cannot be used as it is. */
export class MasterKeyError extends OperatorError {
  readonly code: "passport_master_key_invalid" | "passport_master_key_missing" | "passport_master_key_wrong";
  constructor(code: MasterKeyError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** There is sealed content, and the data keys that open it are not there. */
export class DataKeysMissingError extends OperatorError {
  readonly code = "passport_data_keys_missing";
  constructor(where: string) {
    super(`There are passports, but the data keys that open them are gone: restore ${where} from its own backup, then start again`);
  }
}

/** After a restore: what lies there of some holders was sealed before they erased something and got another data key, or after. */
export class RowsAndKeysApartError extends OperatorError {
  readonly code = "passport_rows_and_keys_apart";
  readonly reason: string;
  constructor(passports: number) {
    const reason = `Passports whose rows and data keys are of different backups: ${passports}. They count as gone. See Backup in docs/operators.md`;
    super(reason);
    this.reason = reason;
  }
}

/** The holder or the conversation is not there (any more): erased in the meantime, or never made. */
export class HolderGoneError extends CallerError {
  readonly code = "passport_holder_gone";
  constructor() {
    super("This passport or conversation is not there any more");
  }
}

/** A file that should be a passport.json and is not. */
export class PassportFileError extends CallerError {
  readonly code: "passport_file_invalid" | "passport_file_newer" | "passport_file_too_much";
  constructor(code: PassportFileError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
