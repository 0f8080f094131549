create schema organisation;

create table organisation.agencies (
  id uuid primary key,
  code text not null unique,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  parent uuid references organisation.agencies
);

create table organisation.posts (
  id uuid primary key,
  agency uuid not null references organisation.agencies,
  role text not null,
  title_zh text not null,
  title_en text not null
);
create index posts_by_agency on organisation.posts (agency);

create table organisation.staff (
  id uuid primary key,
  name_zh text not null,
  name_en text not null
);

-- An account is neither the person nor the post: it signs in, and acts in a post it holds.
create table organisation.accounts (
  id uuid primary key,
  login text not null unique,
  secret text not null,
  -- the shared secret of the one-time code, sealed under the installation's key; staff only
  code_secret bytea,
  -- the last time step whose code was used: a code works once
  code_step bigint not null default 0,
  staff uuid references organisation.staff,
  person uuid,
  disabled boolean not null default false,
  failures int not null default 0,
  locked_until timestamptz,
  check ((staff is null) <> (person is null))
);
create unique index accounts_by_person on organisation.accounts (person);

create table organisation.account_posts (
  account uuid not null references organisation.accounts,
  post uuid not null references organisation.posts,
  from_day date not null,
  until_day date,
  primary key (account, post)
);
