import type { zhPurpose } from './zh-purpose.ts';

/** The English texts of stating a purpose. */
export const enPurpose: Record<keyof typeof zhPurpose, string> = {
  'purpose.label': 'Purpose',
  'purpose.hint': 'The number of a lead or a document, for example. It is kept in the audit log for good.',
  'purpose.busy': 'One moment…',
  'purpose.cancel': 'Cancel',
  'purpose.export': 'Export',
  'purpose.exportTitle': 'Export records',
  'purpose.exportLead':
    'Personal data stay masked. Each row carries your name, the time and a number; the purpose and the fingerprint of the file go to the audit log.',
  'purpose.rejectionsLead':
    'Rejected rows are exported as they came in, unmasked. Each row carries your name, the time and a number; the purpose and the fingerprint of the file go to the audit log.',
  'purpose.auditTitle': 'Export the audit log',
  'purpose.auditLead':
    'Exports what the filter shows. Each row carries your name, the time and a number; the purpose and the fingerprint of the file go to the audit log.',
  'purpose.reveal': 'Show in plain',
  'purpose.revealTitle': 'See personal data unmasked',
  'purpose.revealLead': 'This look goes to the audit log, with its purpose.',
  'purpose.mask': 'Mask again',
};
