using Blobpress.StorageDouble.Tests.Conformance;

[assembly: AssemblyFixture(typeof(AzuriteBackend))]

namespace Blobpress.StorageDouble.Tests.Conformance;

// Every conformance test runs twice: what holds on the double must hold on Azurite.
public sealed class BlobWritesOnDouble() : BlobWriteTests(new DoubleBackend());

public sealed class BlobWritesOnAzurite(AzuriteBackend azurite) : BlobWriteTests(azurite);

public sealed class BlobReadsOnDouble() : BlobReadTests(new DoubleBackend());

public sealed class BlobReadsOnAzurite(AzuriteBackend azurite) : BlobReadTests(azurite);

public sealed class BlobListingsOnDouble() : BlobListingTests(new DoubleBackend());

public sealed class BlobListingsOnAzurite(AzuriteBackend azurite) : BlobListingTests(azurite);

public sealed class BlobNamesOnDouble() : BlobNameTests(new DoubleBackend());

public sealed class BlobNamesOnAzurite(AzuriteBackend azurite) : BlobNameTests(azurite);

public sealed class LeasesOnDouble() : LeaseTests(new DoubleBackend());

public sealed class LeasesOnAzurite(AzuriteBackend azurite) : LeaseTests(azurite);

public sealed class EntitiesOnDouble() : EntityTests(new DoubleBackend());

public sealed class EntitiesOnAzurite(AzuriteBackend azurite) : EntityTests(azurite);

public sealed class EntityQueriesOnDouble() : EntityQueryTests(new DoubleBackend());

public sealed class EntityQueriesOnAzurite(AzuriteBackend azurite) : EntityQueryTests(azurite);

public sealed class TransactionsOnDouble() : TransactionTests(new DoubleBackend());

public sealed class TransactionsOnAzurite(AzuriteBackend azurite) : TransactionTests(azurite);

public sealed class QueuesOnDouble() : QueueTests(new DoubleBackend());

public sealed class QueuesOnAzurite(AzuriteBackend azurite) : QueueTests(azurite);

public sealed class ListsOnDouble() : ListTests(new DoubleBackend());

public sealed class ListsOnAzurite(AzuriteBackend azurite) : ListTests(azurite);
