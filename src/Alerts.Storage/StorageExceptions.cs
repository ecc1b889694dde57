namespace Alerts.Storage;

/// <summary>A setting of the storage is missing or wrong. The message says which and how to mend it.</summary>
public sealed class StorageSettingsException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Something is too big for the service or named in a way it does not take; found before anything was sent.</summary>
public sealed class StorageLimitException(string message) : Exception(message);
