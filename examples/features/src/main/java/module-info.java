/// The example, also for the module path.
module org.example.features {
    requires org.trabecula.radiomics;
}
