// Started once a test run; every test takes an account of its own.
[assembly: AssemblyFixture(typeof(Azurite))]
