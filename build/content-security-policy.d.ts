export const CONTENT_SECURITY_POLICY: string;
export const DIRECTIVES: Readonly<Record<string, readonly string[]>>;
