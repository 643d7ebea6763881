-- Disables every demo account, which ends its sessions too. One row for each that was enabled.
update account
set state = 'disabled'
where demo
  and state = 'enabled'
returning id;
