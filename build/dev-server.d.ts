export function servedFile(url: string, folder?: string): string | null;
