/**
 * Errors, sorted by whose fault they are. `code` is stable (`area_reason`); messages name the thing and the way out,
 * and never hold personal data.
 */
export abstract class SkillsgesprekError extends Error {
  abstract readonly code: string;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The caller sent something that cannot be used. */
export abstract class CallerError extends SkillsgesprekError {}
/** The configuration or the machine has to change. */
export abstract class OperatorError extends SkillsgesprekError {}
/** Something we depend on did not do its work. */
export abstract class DependencyError extends SkillsgesprekError {}
/** A mistake of ours. */
export abstract class InternalError extends SkillsgesprekError {}

export class InvalidConfigurationError extends OperatorError {
  readonly code = "config_invalid";
}
