package dev.mockloop.store;

/** Is told of changes that others made. Calls may come late, twice, or for nothing. */
public interface Watcher {

  /** A ledger or document was changed or deleted. */
  void changed(Name name);

  /** Changes may have been missed: anything may be different. */
  void missed();
}
