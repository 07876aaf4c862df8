namespace Blobpress.Publishing.Diagnostics;

/// <summary>This hour's budget is used up.</summary>
public sealed class BudgetExceededException(string message) : Exception(message);
