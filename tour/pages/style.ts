// How the practice pages look: plain and our own, so that nobody takes them for a real site.

export const PAGE_STYLE = `
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: #e9edf2; color: #1b2433;
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Khmer", "Leelawadee UI", "Khmer OS", sans-serif; }
html[lang="km"] body { line-height: 1.75; }
a { color: inherit; text-decoration: none; }
.site { flex: 1; min-height: 0; display: flex; }
.side, .requests { width: 380px; flex: none; padding: 12px; background: #fff; border-inline-end: 1px solid #d5dbe3; overflow: auto; }
.side a { display: block; padding: 10px 12px; border-radius: 8px; background: #e9edf2; }
.side ul { margin: 0; padding: 0; }
.centre { flex: 1; min-width: 0; display: flex; flex-direction: column; position: relative; }
.centre.empty { align-items: center; justify-content: center; color: #55607a; }
.chat { display: none; }
.chat.active, .messages-layout { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.topbar, .MiddleHeader, .centre > .header { flex: none; padding: 10px 16px; background: #fff; border-bottom: 1px solid #d5dbe3; font-weight: 600; }
.topbar .bottom { font-weight: 400; font-size: 13px; color: #55607a; }
.topbar .bottom, .user-title { display: block; }
h2, h3 { margin: 0; font-size: 16px; }
.Transition_slide:not(.Transition_slide-active) { display: none; }
.pinned-actions, .ChatReportPane { flex: none; display: flex; gap: 8px; padding: 8px 16px; background: #f7f9fb; border-bottom: 1px solid #d5dbe3; }
button { font: inherit; padding: 6px 12px; border: 1px solid #c3cbd6; border-radius: 8px; background: #fff; }
.bubbles, .messages-layout > .Transition, .messages-layout > .Transition > .Transition_slide { flex: 1; min-height: 0; display: flex; flex-direction: column; }
[data-scroller] { flex: 1; min-height: 0; overflow-y: auto; padding: 16px; }
.bubbles-remover { display: none; }
.bubble, .Message { display: flex; margin: 4px 0; }
.bubble.is-out, .Message.own { justify-content: flex-end; }
.bubble-content-wrapper, .message-content-wrapper, .x6prxxf { max-width: 70%; padding: 8px 12px; border-radius: 12px; background: #fff; overflow-wrap: anywhere; }
.is-out .bubble-content-wrapper, .own .message-content-wrapper { background: #dcefe0; }
.time, .MessageMeta { margin-inline-start: 8px; font-size: 12px; color: #55607a; }
.time-inner { display: none; }
.bubble.service { justify-content: center; text-align: center; font-size: 13px; color: #55607a; }
.bubble.service.is-fake { display: none; }
.service-msg { padding: 4px 12px; border-radius: 12px; background: #ffffffb0; }
.sticky-date, .note { text-align: center; font-size: 13px; color: #55607a; }
.note span { display: block; }
.x1n2onr6 { margin: 6px 0; }
.chat-input, .middle-column-footer .Composer, .composer { flex: none; display: flex; gap: 8px; padding: 12px 16px; background: #fff; border-top: 1px solid #d5dbe3; }
.new-message-wrapper, #message-input-text { flex: 1; }
[contenteditable] { flex: 1; min-height: 40px; padding: 8px 12px; border: 1px solid #c3cbd6; border-radius: 20px; background: #fff; }
[contenteditable] p { margin: 0; }
.input-field-input-fake, .clone { display: none; }
.composer [role="button"] { padding: 8px; }
.requests h1 { margin: 0 0 4px; font-size: 22px; }
.request { padding: 12px 0; border-bottom: 1px solid #e3e7ec; }
.request .x78zum5 { display: flex; gap: 12px; }
.face { display: block; width: 56px; height: 56px; border-radius: 50%; background: #c3cbd6; }
.xdt5ytf { flex: 1; min-width: 0; }
.age { margin-inline-start: 8px; font-size: 13px; color: #55607a; }
.buttons { display: flex; gap: 8px; margin-top: 8px; }
.buttons [role="button"] { flex: 1; padding: 6px 12px; border-radius: 8px; background: #e3e7ec; text-align: center; }
@media (max-width: 760px) { .side, .centre.empty { display: none; } .requests { width: 100%; } }
@media (prefers-color-scheme: dark) {
  body { background: #10161f; color: #e8ecf2; }
  .side, .requests, .topbar, .MiddleHeader, .centre > .header, .chat-input, .middle-column-footer .Composer, .composer, button, [contenteditable] { background: #1a2230; color: inherit; border-color: #35435a; }
  .pinned-actions, .ChatReportPane { background: #151c28; border-color: #35435a; }
  .side a, .buttons [role="button"] { background: #2a3548; }
  .bubble-content-wrapper, .message-content-wrapper, .x6prxxf { background: #2a3548; }
  .is-out .bubble-content-wrapper, .own .message-content-wrapper { background: #1f4038; }
  .service-msg { background: #1a2230; }
  .time, .MessageMeta, .bubble.service, .sticky-date, .note, .age, .centre.empty { color: #b4bdcf; }
}
`;
