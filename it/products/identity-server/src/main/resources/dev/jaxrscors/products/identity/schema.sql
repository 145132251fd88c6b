-- A realm is there as soon as it has a client. Its name is part of paths.
CREATE TABLE client (
  realm text CHECK (realm ~ '^[a-z0-9-]{1,64}$'),
  id text,
  redirect_uris text[] NOT NULL DEFAULT '{}',
  -- The origins of its pages, as browsers send them; + for those of the redirect URIs, * for any.
  web_origins text[] NOT NULL DEFAULT '{}',
  -- Empty for a client whose pages keep no secret.
  secret_hash text NOT NULL DEFAULT '',
  PRIMARY KEY (realm, id)
);

CREATE TABLE account (
  realm text,
  name text,
  password_hash text NOT NULL,
  PRIMARY KEY (realm, name)
);
