// What the options page calls each setting.
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  language: 'popup.choices.language',
  country: 'country.label',
  offServices: 'options.sites.title',
  paused: 'options.stored.paused',
  sensitivity: 'options.warnings.sensitivity',
  retentionDays: 'options.warnings.retention',
};
