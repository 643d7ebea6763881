-- A person who may sign in. `name` is folded (lower case, NFKC), so that two accounts never look alike. Without a role one may
-- sign in and see nothing. Secrets are sealed with a key that is kept outside the database. A temporary password must be
-- changed before anything else. Demo accounts live only as long as every record is synthetic.
create table account (
  id                 integer generated always as identity primary key,
  name               text not null unique,
  display_name       text not null,
  role               text check (role in ('leader', 'inspector', 'steward', 'system-admin', 'security-admin', 'audit-admin')),
  state              text not null check (state in ('enabled', 'disabled')),
  all_areas          boolean not null default false,
  all_datasets       boolean not null default false,
  demo               boolean not null default false,
  password_hash      text not null,
  password_set_at    timestamptz not null,
  password_temporary boolean not null,
  totp_secret        text,
  totp_pending       text,
  totp_step          bigint not null default 0,
  created_at         timestamptz not null,
  created_by         integer references account
);

-- Whom an account may look at: an area and everything in it. None means none, unless account.all_areas says otherwise.
create table account_area (
  account_id integer not null references account,
  level      text not null,
  code       text not null,
  primary key (account_id, level, code)
);

-- None means none, unless account.all_datasets says otherwise.
create table account_dataset (
  account_id integer not null references account,
  dataset_id integer not null references dataset,
  primary key (account_id, dataset_id)
);

-- A code of 120 random bits that stands in for the second factor once; only its SHA-256 is kept.
create table recovery_code (
  account_id integer not null references account,
  code_hash  text not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);

-- One sign-in. The cookie holds a token of 256 random bits; only its SHA-256 is kept, so a copy of this table opens nothing.
create table session (
  id         integer generated always as identity unique,
  token_hash text primary key,
  account_id integer not null references account,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  ends_at    timestamptz not null,
  revoked_at timestamptz,
  address    text not null,
  user_agent text not null
);

create index session_account_idx on session (account_id);

-- How often signing in failed lately, by device, name and address, address, name, and in all; keys are hashed. Kept here and not
-- in memory, so that neither a restart nor a second process gives a guesser a fresh start.
create table sign_in_count (
  key       text primary key,
  failures  integer not null,
  open_at   timestamptz not null,
  forget_at timestamptz not null
);
