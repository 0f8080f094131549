-- What a token is for, as whoever issued it says; and those of one post.
alter table access.api_tokens add purpose text not null default '';
create index api_tokens_by_post on access.api_tokens (post, ends_at);
