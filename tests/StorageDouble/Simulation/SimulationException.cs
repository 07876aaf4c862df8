namespace Blobpress.StorageDouble.Simulation;

/// <summary>The code under test did what a simulation cannot follow; the message says what.</summary>
/// <param name="message">What it did.</param>
public sealed class SimulationException(string message) : InvalidOperationException(message);
