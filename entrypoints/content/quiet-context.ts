// Stands in for WXT's ContentScriptContext (an alias in wxt.config.ts). That one sends `postMessage` and a named event
// at every start, which a page can hear, and stops when a page sends the same event: any site could see us and switch
// us off. This one is a signal and nothing else. Old scripts of an updated extension end by themselves: background-link.ts.

/** What WXT's wrapper of a content script makes and hands to `main`. */
export class ContentScriptContext extends AbortController {}
