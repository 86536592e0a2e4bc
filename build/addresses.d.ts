export const PUBLISHED_ADDRESS: string;
export const DEVELOPMENT_ADDRESS: string;
export const DEVELOPMENT_PORT: number;
export const OFFICE_CDN: string;
export const OFFICE_SCRIPT: string;
export function buildAddress(development: boolean): string;
