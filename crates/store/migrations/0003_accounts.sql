-- Who may open which journal. What is secret is kept only as a hash: nothing in here opens anything by itself.

create table account (
  person blob primary key check (length(person) = 16),
  name text not null,
  -- The name in small letters: one account a name.
  key text not null unique,
  -- Argon2id in the PHC string format, with its salt and costs.
  secret text not null,
  may_invite integer not null check (may_invite in (0, 1)),
  made_ms integer not null
) strict, without rowid;

create table session (
  person blob not null references account (person) on delete cascade,
  token blob not null check (length(token) = 32),
  id blob not null check (length(id) = 16),
  label text not null,
  made_ms integer not null,
  seen_ms integer not null,
  ends_ms integer not null,
  primary key (person, token)
) strict, without rowid;

-- For a person who has no account yet, or chooses a new password; used up by being taken away.
create table invitation (
  token blob primary key check (length(token) = 32),
  person blob not null check (length(person) = 16),
  may_invite integer not null check (may_invite in (0, 1)),
  ends_ms integer not null
) strict, without rowid;

-- How soon something may be tried again; the name is a hash, so that neither names nor addresses lie here.
create table rate (
  what blob primary key check (length(what) = 32),
  free_at_ms integer not null
) strict, without rowid;
