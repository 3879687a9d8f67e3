// What scripts/help-data.ts serves.
declare module 'virtual:help' {
  export const help: import('./types').HelpData;
  export const situations: readonly import('./types').Situation[];
}
