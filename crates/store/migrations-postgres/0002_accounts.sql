-- Who may open which journal. What is secret is kept only as a hash: nothing in here opens anything by itself.

create table account (
  person uuid primary key,
  name text not null,
  -- The name in small letters: one account a name.
  key text not null unique,
  -- Argon2id in the PHC string format, with its salt and costs.
  secret text not null,
  may_invite boolean not null,
  made_ms bigint not null
);

create table session (
  person uuid not null references account (person) on delete cascade,
  token bytea not null check (length(token) = 32),
  id uuid not null,
  label text not null,
  made_ms bigint not null,
  seen_ms bigint not null,
  ends_ms bigint not null,
  primary key (person, token)
);

-- For a person who has no account yet, or chooses a new password; used up by being taken away.
create table invitation (
  token bytea primary key check (length(token) = 32),
  person uuid not null,
  may_invite boolean not null,
  ends_ms bigint not null
);

-- How soon something may be tried again; the name is a hash, so that neither names nor addresses lie here.
create table rate (
  what bytea primary key check (length(what) = 32),
  free_at_ms bigint not null
);
