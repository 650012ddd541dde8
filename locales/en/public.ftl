# Public pages: home, query, signing up and in.

public-brand = { $provider } · Filing
public-nav-query = Look up a filing
public-nav-sign-in = Sign in
public-nav-sign-up = Sign up
