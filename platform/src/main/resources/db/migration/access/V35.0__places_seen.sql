-- Of which stretch of time somebody was shown where a person was; in whole hours, so that a page
-- that refreshes is not a flood. Null where no places were shown.
alter table access.looks
  add column from_at timestamptz,
  add column until_at timestamptz,
  drop constraint looks_person_hour_account_post_what_purpose_key,
  add constraint looks_once_an_hour unique nulls not distinct
    (person, hour, account, post, what, purpose, from_at, until_at);
