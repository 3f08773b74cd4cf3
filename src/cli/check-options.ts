export interface CheckOptions {
  readonly jurisdiction?: string;
  readonly with?: readonly string[];
  readonly errorsOnly?: boolean;
  readonly color: boolean;
}
