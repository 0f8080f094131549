-- All acts of agencies say in the same words when they were done.
alter table casework.substitution_acts rename column recorded_at to published_at;
-- by which substitution somebody acted, and which one an act is about, are two things
alter table casework.substitution_acts rename column substitution to substituted;
