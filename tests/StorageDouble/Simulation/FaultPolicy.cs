using Blobpress.StorageDouble.Tracing;

namespace Blobpress.StorageDouble.Simulation;

/// <summary>
/// Chooses what goes wrong with a request, null for nothing. Asked once per request, in the order they are performed;
/// must be a function of its calls alone for a history to be one of its seed.
/// </summary>
public delegate Fault? FaultPolicy(StorageCall call);
