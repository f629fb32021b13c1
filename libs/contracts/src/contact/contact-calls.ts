import * as body from './contact-commands.js';

/** Every command on a contact and the shape of its body; `intake` decides them. */
export const contactCalls: Readonly<Record<string, new () => object>> = {
  'record-contact-attempt': body.RecordReturnCallAttempt,
  'return-call': body.ReturnCall,
  attach: body.AttachContact,
  'play-recording': body.PlayRecording,
};
