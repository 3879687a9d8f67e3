// Type of the module that scripts/rule-packs.ts serves.
declare module 'virtual:rules' {
  const rules: import('../engine/packed').HeldRules;
  export default rules;
}
