-- A deputy of the head has the head's role and not the head's reserved decisions (CCL 29).
alter table organisation.posts add deputy boolean not null default false;

-- Somebody is absent from a post, and a colleague acts in it for that time. It begins and ends by
-- itself; one that ended early has a row in substitution_ends. Nothing is changed or deleted.
create table organisation.substitutions (
  id uuid primary key,
  post uuid not null references organisation.posts,
  -- who is absent; null where nobody holds the post
  absent uuid references organisation.accounts,
  account uuid not null references organisation.accounts,
  -- the post by which the substitute is eligible: when it ends, this does
  own_post uuid not null references organisation.posts,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- the written order by which a deputy is acting head
  order_number text,
  ordered_on date,
  noted_at timestamptz not null,
  noted_by uuid not null,
  noted_post uuid not null,
  check ((order_number is null) = (ordered_on is null)),
  check (absent is null or absent <> account)
);
create index substitutions_by_post on organisation.substitutions (post, from_day);
create index substitutions_by_account on organisation.substitutions (account, from_day);

create table organisation.substitution_ends (
  substitution uuid primary key references organisation.substitutions,
  ended_at timestamptz not null,
  ended_by uuid not null
);

create trigger substitutions_stay before update or delete on organisation.substitutions
  for each row execute function organisation.history_stays();
create trigger substitution_ends_stay before update or delete on organisation.substitution_ends
  for each row execute function organisation.history_stays();
