-- By which substitution somebody acted in a post that is not theirs.
alter table casework.acts add substitution uuid;
alter table casework.local_numbers add substitution uuid;
