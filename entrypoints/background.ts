// The background: the one writer of storage, and the router of messages.
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground(() => {
  // Filled in below as the router lands.
});
