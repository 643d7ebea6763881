import type { zhAdmin } from './zh-admin.ts';

/** The English texts of the administrators' page. */
export const enAdmin: Readonly<Record<keyof typeof zhAdmin, string>> = {
  'admin.title': 'Accounts',
  'admin.duties.system-admin':
    'You make and disable accounts and reset passwords. Enabling and granting role and scope is the security administrator’s; every step is entered in the audit log, which the audit administrator reads.',
  'admin.duties.security-admin':
    'You enable and disable accounts and grant roles, areas and datasets. Making accounts and resetting passwords is the system administrator’s; every step is entered in the audit log, which the audit administrator reads.',

  'admin.find': 'Find a person or name',
  'admin.person': 'Person',
  'admin.state': 'State',
  'admin.state.all': 'All',
  'admin.state.enabled': 'Enabled',
  'admin.state.disabled': 'Disabled',
  'admin.state.waiting': 'Needs a role',
  'admin.none': 'No account matches.',
  'admin.back': 'Back to all accounts',
  'admin.own': 'This is your own account. Nobody changes their own account here.',
  'admin.demo': 'A demo account: it can be disabled only, and is once anything real is imported.',

  'admin.on': 'On',
  'admin.off': 'Off',
  'admin.passwordTemporary': 'Temporary since {{date}}; must be changed at the first sign-in',
  'admin.passwordSet': 'Set {{date}}',
  'admin.made': 'Made',
  'admin.byCommand': 'by command',
  'admin.everything': 'All',
  'admin.nothing': 'None',
  'admin.noRole': 'No role yet',

  'admin.create': 'New account',
  'admin.createLead': 'A new account may do nothing until the security administrator grants it a role and a scope.',
  'admin.createDo': 'Make it',
  'admin.displayName': 'Person',
  'admin.name': 'Name to sign in with',
  'admin.nameHint': '2 to 40 letters, digits or . - _; it cannot be changed later',
  'admin.handOver': 'Temporary password for {{name}}',
  'admin.handOverLead':
    'Shown this once. Hand it over in person; it must be changed at the first sign-in. Role and scope are granted by the security administrator.',
  'admin.handOverShut':
    'Shown this once. Hand it over in person; it must be changed at the first sign-in. The account is disabled until the security administrator has asked its owner and enables it.',
  'admin.temporaryPassword': 'Temporary password',
  'admin.handedOver': 'Handed over, put it away',

  'admin.cancel': 'Cancel',
  'admin.undo': 'Undo',
  'admin.askTitle': '{{act}}: {{name}}',
  'admin.act.disable': 'Disable',
  'admin.act.enable': 'Enable',
  'admin.act.password': 'Reset the password',
  'admin.act.sessions': 'Sign out everywhere',
  'admin.act.second-factor': 'Take the second factor away',
  'admin.ask.disable':
    'The account is signed out everywhere at once and cannot sign in until the security administrator enables it. Role and scope are kept.',
  'admin.ask.enable':
    'The account can sign in again. If its password was reset just now, ask its owner first whether they wanted that.',
  'admin.ask.password':
    'The old password ends, the account is signed out everywhere and disabled; the new temporary password is shown once. It works once the security administrator enables the account.',
  'admin.ask.sessions': 'The account is signed out everywhere at once and can sign in again with its password.',
  'admin.ask.second-factor':
    'Authenticator and recovery codes end and the account is signed out everywhere. Make sure in person that its owner has lost them: this cannot be undone.',
  'admin.done.disable':
    'The account of {{name}} is disabled and signed out everywhere. The security administrator can enable it.',
  'admin.done.enable': 'The account of {{name}} is enabled.',
  'admin.done.password': 'The password of {{name}} is reset and the account disabled.',
  'admin.done.sessions': '{{name}} is signed out everywhere.',
  'admin.done.second-factor': 'The second factor of {{name}} is taken away.',
  'admin.done.grant': 'Role and scope of {{name}} are changed and count from the next sign-in.',
  'admin.done.undo': 'Taken back: the account of {{name}} is as it was; devices that were signed out stay so.',

  'admin.grant': 'Grant…',
  'admin.allAreas': 'All areas',
  'admin.addArea': 'Add by name, pinyin or code',
  'admin.noAreaYet': 'No area chosen: no record can be seen',
  'admin.takeOut': 'Take {{name}} out',
  'admin.allDatasets': 'All datasets, also those to come',
  'admin.administratorsSeeNothing': 'Administrators see no business data; areas and datasets mean nothing for them.',
  'admin.grantReview': 'Review the change',
  'admin.grantTitle': 'Grant: {{name}}',
  'admin.grantAsk': 'The account is signed out everywhere; the new rights count from the next sign-in.',
  'admin.grantDo': 'Grant',
  'admin.before': 'Now',
  'admin.after': 'After',
};
