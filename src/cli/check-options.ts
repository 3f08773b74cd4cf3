export interface CheckOptions {
  readonly jurisdiction?: string;
  readonly with?: readonly string[];
  readonly errorsOnly?: boolean;
  readonly annotations?: string;
  readonly color: boolean;
}
